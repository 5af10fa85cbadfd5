// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The members of an archive by their names.
final class MemberListing implements Listing {
    private final String file;
    private final String place;
    private final Members archive;
    private final List<String> names;
    private final Map<String, Member> members = new HashMap<>();

    MemberListing(String file, String place, Members archive, List<Member> members) {
        this.file = file;
        this.place = place;
        this.archive = archive;
        this.names = members.stream()
                .filter(member -> !member.link() && !member.isSlip())
                .map(Member::plain)
                .toList();
        members.forEach(member -> this.members.putIfAbsent(member.plain(), member));
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public String spelled(String name) {
        return name.isEmpty() ? file : file + "!" + name;
    }

    @Override
    public String comment() {
        return archive.comment();
    }

    @Override
    public byte[] beginning(String name, int most) throws IOException {
        var member = members.get(name);
        if (member == null) {
            throw new IOException("there is no " + name);
        }
        try (var in = archive.open(member)) {
            return in.readNBytes(most);
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }
}
