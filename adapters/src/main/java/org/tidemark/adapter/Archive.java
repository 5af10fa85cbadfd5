// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.fault.Problem;

/// Reads the members of an archive, one after the other. A member's name is only a name: nothing is written by it.
final class Archive {
    private static final String CURE = "Pack the files again, or unpack them and name the folder.";
    private static final String PASSWORD =
            "Unpack the archive with its password; a hunt takes passwords from a file (--password-file).";

    private final Unpacker unpacker;
    private final Budget budget;
    private final int depth;
    private final Oddities links = new Oddities();
    private final Oddities slips = new Oddities();
    private final Oddities locked = new Oddities();

    /// @param depth how many layers are off once a member is taken out
    Archive(Unpacker unpacker, int depth) {
        this.unpacker = unpacker;
        this.budget = unpacker.budget();
        this.depth = depth;
    }

    /// How many members are alike in something, and the first of them.
    private static final class Oddities {
        private String first = "";
        private long count;

        void add(String file) {
            first = count++ == 0 ? file : first;
        }
    }

    private enum Outcome {
        READ,
        UNCLAIMED,
        UNREADABLE
    }

    /// @return how many members no reader claimed
    long read(Held held, Packing packing, Spot spot) throws IOException {
        try (var members = Members.open(
                packing, held, unpacker.passwords(), budget.limits().members())) {
            tellDamage(members, spot.file());
            unpacker.reader().archive(spot);
            var some = some(members.list(), spot.file());
            var inside = spot.around()
                    .inside(spot.name(), new MemberListing(spot.file(), spot.place(), members, kept(some)));
            long skipped = 0;
            long claimed = 0;
            for (var member : some) {
                var outcome = read(members, member, spot.member(member, inside));
                skipped += outcome == Outcome.UNCLAIMED ? 1 : 0;
                claimed += outcome == Outcome.UNCLAIMED ? 0 : 1;
            }
            tellOddities(spot.file());
            if (claimed == 0 && spot.named() && !inside.isCollection()) {
                unpacker.problem(unpacker.reader().unknown(spot.file()));
            }
            return skipped;
        } catch (Members.Locked e) {
            unpacker.problem(Problem.in(spot.file(), "This archive is encrypted" + tried(), PASSWORD));
            unpacker.reader().locked(spot);
            return 0;
        }
    }

    private void tellDamage(Members members, String file) {
        var damage = members.damage();
        if (damage != null) {
            unpacker.problem(Problem.in(file, damage, "Take the archive from its source again, if it is whole there."));
        }
    }

    private List<Member> some(List<Member> all, String file) {
        int most = budget.limits().members();
        var members =
                all.stream().filter(member -> !Inputs.isSideFile(member.name())).toList();
        if (members.size() > most) {
            unpacker.problem(Problem.in(
                    file, "This archive has more than " + most + " members; only the first were read.", CURE));
            return members.subList(0, most);
        }
        return members;
    }

    private List<Member> kept(List<Member> members) {
        return members.stream().filter(member -> !isLeftOut(member)).toList();
    }

    private boolean isLeftOut(Member member) {
        return Stream.of(member.plain().split("/")).anyMatch(unpacker.reader()::isLeftOut);
    }

    private Outcome read(Members members, Member member, Spot spot) throws IOException {
        if (isLeftOut(member) || spot.around().isLeftAside(spot.name())) {
            return Outcome.UNCLAIMED;
        }
        if (member.link()) {
            links.add(spot.file());
            return Outcome.UNREADABLE;
        }
        if (member.isSlip()) {
            slips.add(spot.file());
        }
        MemberReader.Content content = () -> budget.unpacked(members.open(member));
        try {
            if (unpacker.reader().isRepeated(spot, member.size(), content)) {
                return Outcome.READ;
            }
            try (var in = unpacker.reader().watched(spot, member.size(), members.open(member))) {
                return unpacker.read(in, spot, depth) == 0 ? Outcome.READ : Outcome.UNCLAIMED;
            }
        } catch (Members.Locked e) {
            locked.add(spot.file());
            unpacker.reader().locked(spot);
            return Outcome.UNREADABLE;
        } catch (Budget.LimitReached e) {
            throw e;
        } catch (IOException e) {
            unpacker.tell(spot, e);
            return Outcome.UNREADABLE;
        }
    }

    private void tellOddities(String file) {
        tell(links, file, "a link or a device, or lies in pieces; what it leads to was not read", CURE);
        tell(locked, file, "encrypted" + tried().replace(".", ""), PASSWORD);
        tell(
                slips,
                file,
                "named so as to lead out of the archive; it was read, and nothing is written by a name",
                "Do not unpack this archive with other programs before you know who made it.");
    }

    private void tell(Oddities oddities, String file, String what, String cure) {
        if (oddities.count == 1) {
            unpacker.problem(Problem.in(oddities.first, "This member is " + what + ".", cure));
        } else if (oddities.count > 1) {
            unpacker.problem(Problem.in(
                    file,
                    "Of this archive's members " + oddities.count + " are as the first, " + oddities.first + ": it is "
                            + what + ".",
                    cure));
        }
    }

    private String tried() {
        return unpacker.passwords().isGiven() ? ", and no password that was given opens it." : ".";
    }
}
