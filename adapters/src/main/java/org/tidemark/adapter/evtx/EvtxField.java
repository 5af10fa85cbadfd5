// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.evtx;

/// One attribute or text of an event, with the way to it.
///
/// A path names the elements from below `Event` downwards, with `/` between them, and then what is meant:
///
/// | path | what it is |
/// |---|---|
/// | `System/EventID` | the text of an element |
/// | `System/Provider/@Name` | an attribute |
/// | `EventData/Data[UserName]` | the text of a `Data` whose first attribute is `Name="UserName"` |
/// | `EventData/Data` | the text of a `Data` without a name; several have this path, and their order tells which |
/// | `UserData/Operation/User` | text further down |
/// | `@xmlns` | an attribute of `Event` itself |
/// | `UserData/?target` | a processing instruction |
///
/// In the name of a `Data` a `]` is written twice; a name of more than 256 characters stays the attribute `@Name`.
/// An element that has neither attributes nor content is a field with an empty value, so that none is lost.
///
/// @param opened how many elements at the end of the path begin with this field; the others are those of the field
///     before. It is what tells two neighbours of the same name apart
public record EvtxField(String path, String value, int opened) {
    /// A field of an element of its own, or an attribute of the element before.
    public EvtxField(String path, String value) {
        this(path, value, path.startsWith("@", path.lastIndexOf('/') + 1) ? 0 : 1);
    }

    public EvtxField {
        if (opened < 0) {
            throw new IllegalArgumentException("a field opens elements or none");
        }
    }
}
