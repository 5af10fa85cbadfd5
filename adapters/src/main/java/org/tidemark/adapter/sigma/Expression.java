// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tidemark.hunt.Condition;
import org.tidemark.hunt.Wildcard;

/// The condition of a rule: names of its searches joined by `and`, `or`, `not` and `1 of`.
final class Expression {
    private static final Pattern TOKEN = Pattern.compile("[()|]|[^\\s()|]+");
    private static final int DEEPEST = 100;

    private final Map<String, Condition> searches;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private Expression(Map<String, Condition> searches, String text) {
        this.searches = searches;
        TOKEN.matcher(text).results().forEach(token -> tokens.add(token.group()));
    }

    static Condition parse(String text, Map<String, Condition> searches) throws BadRule {
        var expression = new Expression(searches, text);
        var condition = expression.or();
        if (expression.at < expression.tokens.size()) {
            var rest = expression.tokens.get(expression.at);
            if (rest.equals("|")) {
                // `| count() by …` and `| near …` were given up for correlations, and are such.
                throw new BadRule.Elsewhere(SigmaReader.CORRELATION);
            }
            throw new BadRule("The condition goes on with `" + rest + "` where it should end.");
        }
        return condition;
    }

    private Condition or() throws BadRule {
        var parts = new ArrayList<Condition>(List.of(and()));
        while (takes("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.Any(parts);
    }

    private Condition and() throws BadRule {
        var parts = new ArrayList<Condition>(List.of(not()));
        while (takes("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private Condition not() throws BadRule {
        if (++depth > DEEPEST) {
            throw new BadRule("The condition is nested more than " + DEEPEST + " deep.");
        }
        try {
            return takes("not") ? new Condition.Not(not()) : single();
        } finally {
            depth--;
        }
    }

    private Condition single() throws BadRule {
        if (takes("(")) {
            var inner = or();
            if (!takes(")")) {
                throw new BadRule("A bracket of the condition is not closed.");
            }
            return inner;
        }
        var word = next();
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase("of")) {
            at++;
            return some(word.toLowerCase(Locale.ROOT), next());
        }
        var search = searches.get(word);
        if (search == null) {
            throw new BadRule("The condition names `" + word + "`, and there is no such search.");
        }
        return search;
    }

    private Condition some(String how, String which) throws BadRule {
        var wanted = which.equalsIgnoreCase("them")
                ? searches.entrySet().stream()
                        .filter(search -> !search.getKey().startsWith("_"))
                        .map(Map.Entry::getValue)
                        .toList()
                : named(which);
        if (wanted.isEmpty()) {
            throw new BadRule("The condition asks for `" + which + "`, and there is no such search.");
        }
        return switch (how) {
            case "1", "any" -> new Condition.Any(wanted);
            case "all" -> new Condition.All(wanted);
            default -> throw new BadRule("`" + how + " of` is not known; there are `1 of`, `any of` and `all of`.");
        };
    }

    private List<Condition> named(String pattern) {
        var test = Wildcard.of(pattern, false, false, false);
        return searches.entrySet().stream()
                .filter(search -> test.test(search.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean takes(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() throws BadRule {
        if (at >= tokens.size()) {
            throw new BadRule("The condition ends where a search should follow.");
        }
        return tokens.get(at++);
    }
}
