// SPDX-License-Identifier: Apache-2.0
/// Reads knowledge packs and checks that they hold together.
///
/// Start with [org.tidemark.adapter.pack.PackReader]. It takes the files of a pack from a folder or from the class
/// path ([org.tidemark.adapter.pack.PackFiles]) and gives a catalogue, or every fault at once with file and line
/// ([org.tidemark.adapter.pack.Loaded]).
///
/// Inside there are two layers. `CsvTable`, `YamlTree` and `YamlKeys` turn files into cells that know their line;
/// `Values` turns cells into values and collects what is wrong in `Faults`. Above them stands one class for each kind
/// of file: a `…Table` for a CSV, a `…Sheet` for a YAML. `Known` is what the files read so far have named, and answers
/// whether a later file may refer to it. What needs no other file is done beforehand, on two threads (`Ahead`).
@NullMarked
package org.tidemark.adapter.pack;

import org.jspecify.annotations.NullMarked;
