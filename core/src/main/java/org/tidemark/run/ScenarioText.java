// SPDX-License-Identifier: Apache-2.0
package org.tidemark.run;

/// A scenario of a simulation as it is written in a pack.
///
/// @param name of its folder
/// @param place where it stands, as a user would find it
/// @param sheet what happens: `scenario.yaml`
/// @param mix where servers stand at first: `mix.csv`
public record ScenarioText(String name, String place, String sheet, String mix) {}
