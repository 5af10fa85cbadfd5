// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tidemark.exposure.Observation;
import org.tidemark.fault.Problem;
import org.tidemark.hunt.HuntResult;
import org.tidemark.track.Trend;
import org.tidemark.track.TrendQuestion;

/// What Tidemark remembers from one run to the next: files, the scans they hold, and what these showed.
///
/// Facts are only added. What a build means is worked out anew each time it is asked, so that new knowledge changes
/// verdicts on old scans. Every method throws [org.tidemark.fault.TidemarkException] where the store cannot go on.
public interface Store extends AutoCloseable {
    /// The file of this hash.
    Optional<StoredFile> file(String sha256);

    /// All files in the order in which they came in.
    List<StoredFile> files();

    /// Begins to take one file in. One at a time.
    ///
    /// @param at now; records without a time of their own count as seen when their scan ended, else now
    Import begin(ScanDeclaration scan, Instant at);

    /// Gives out all servers in the order in which they were first seen, one at a time.
    void servers(Consumer<StoredServer> servers);

    /// Gives out every observation in the order in which they came in, one at a time.
    void observations(Consumer<Observation> observations);

    /// Takes in what a hunt said: all of it, or nothing.
    ///
    /// @param packs the knowledge that it rests on
    /// @param at now
    /// @return whether it is new; the same answer by the same knowledge changes nothing
    boolean keep(HuntResult result, List<String> packs, Instant at);

    /// What hunts said of servers and campaigns, in the order in which it came in.
    List<StoredHunt> hunts();

    /// Whether every place that came in has its server. What the server is to a campaign may rest on older
    /// knowledge.
    boolean isFollowed();

    /// Whether everything that came in has been followed over time, and judged by the knowledge at hand.
    boolean isTracked();

    /// Follows what came in since the last time: which server each place is, day by day, and what it is to every
    /// campaign. Each day is kept as a whole or not at all; the next call goes on where one was broken off.
    void track(Instant now, Watch watch);

    /// The last day on which anybody looked; empty in an empty store.
    Optional<LocalDate> lastDay();

    /// What the population did over time, as far as it [has been followed][#isTracked].
    Trend trend(TrendQuestion question);

    /// All that is known of one server, as far as it [has been followed][#isTracked]; empty where none has this id.
    Optional<ServerHistory> history(String id);

    /// The ids of the servers that had an address, a host name or a name of their own at some time, in a fixed
    /// order.
    List<String> find(String text);

    /// Gives out what each server is to each campaign, as far as it [has been followed][#isTracked], one at a
    /// time in
    /// the order of their ids.
    void standings(Consumer<ServerStanding> standings);

    /// Who owns what.
    OwnerBook owners();

    /// What owners were told.
    NoticeBook notices();

    /// Everything that was said of servers by people who know better, undone or not.
    List<Correction> corrections();

    /// Says that a server is another one. Holds from the next [#track] on.
    ///
    /// @return the number of the correction
    int join(String server, String other, String reason, Instant at);

    /// Says that places are not the server they were taken for, but one of their own.
    ///
    /// @param places their ids, as a [history][#history] gives them
    /// @return the numbers of the corrections
    List<Integer> split(List<String> places, String reason, Instant at);

    /// Takes a correction back; it stays on record.
    void undo(int correction, Instant at);

    /// How many servers of a pack ran which branch on a day, by the branch's name; those whose branch is not known
    /// under an empty one. Before the first day on which anybody looked, as on that day.
    Map<String, Long> branches(String family, LocalDate day);

    /// Who looked on which day, oldest first, as far as it [has been followed][#isTracked].
    List<SourceDay> sources();

    /// Says that what a source said on a day is true, however unlikely it looks. What it says later is held against
    /// that day.
    void confirm(String sensor, String method, LocalDate day, Instant at);

    /// Hears how far the work is.
    interface Watch {
        Watch NOBODY = (_, _, _) -> {};

        /// @param day the day that is begun
        /// @param done how many are done
        /// @param all how many there are
        void day(LocalDate day, int done, int all);

        /// @param all how many days there were
        default void done(int all) {}
    }

    @Override
    void close();

    /// One file on its way in: all of it gets in, or nothing.
    interface Import extends AutoCloseable {
        /// Takes in one observation, where it [is kept][#isKept].
        void add(Observation observation);

        void problem(Problem problem);

        /// Takes the file in for good, unless a file of the same bytes is in.
        Imported finish(Content content);

        /// Drops everything, unless it is finished.
        @Override
        void close();

        /// Records of nothing that a pack knows are counted and not kept: a scan of the whole net is nearly all
        /// that.
        static boolean isKept(Observation observation) {
            return observation.family() != null || observation.excluded();
        }
    }

    /// What a file proved to be when it was read to its end.
    ///
    /// @param records how many records were read of it
    record Content(String name, String sha256, long bytes, long records) {}
}
