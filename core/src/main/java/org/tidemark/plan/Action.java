// SPDX-License-Identifier: Apache-2.0
package org.tidemark.plan;

/// What a step of a plan does. The ids are the names that other programs know.
public enum Action {
    INSTALL_UPDATE("install-update"),
    UPGRADE("upgrade"),
    INSTALL_FRAMEWORK("install-dotnet"),
    PREPARE_DIRECTORY("prepare-directory"),
    MIGRATE("migrate"),
    MITIGATE("mitigate"),
    ENABLE_SETTING("enable-setting"),
    RESTART("restart"),
    CHECK("check");

    private final String id;

    Action(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
