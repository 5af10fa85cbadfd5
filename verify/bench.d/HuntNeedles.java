// SPDX-License-Identifier: Apache-2.0
import java.util.List;
import java.util.TreeSet;
import org.tidemark.adapter.sigma.ReadRule;
import org.tidemark.adapter.sigma.SigmaReader;
import org.tidemark.adapter.sigma.Sources;
import org.tidemark.app.BundledPacks;
import org.tidemark.hunt.HuntRule;
import org.tidemark.hunt.Hunter;
import org.tidemark.hunt.Kind;

/// Prints the pieces of text that Tidemark looks for in logs of the web server and the proxy, one a line, for tools that
/// can look for nothing else.
final class HuntNeedles {
    private HuntNeedles() {}

    public static void main(String[] args) {
        var reader = new SigmaReader(Sources.bundled());
        var rules = new java.util.ArrayList<HuntRule>();
        for (var family : new BundledPacks(HuntNeedles.class.getClassLoader()).load(List.of()).families()) {
            for (var text : family.hunts().get()) {
                for (var read : reader.read(text.text(), text.campaign())) {
                    if (read instanceof ReadRule.Ready(var rule)) {
                        rules.add(rule);
                    }
                }
            }
        }
        var needles = new TreeSet<String>();
        for (var kind : List.of(Kind.IIS, Kind.HTTP_PROXY)) {
            new Hunter(rules).ways(kind).forEach(way -> needles.addAll(way.clauses().get(way.surest())));
        }
        needles.forEach(System.out::println);
    }
}
