// SPDX-License-Identifier: Apache-2.0
package org.tidemark.adapter.collector;

/// Programs that collect evidence, by the layout that they leave.
enum Collector {
    VELOCIRAPTOR_LOCKED("velociraptor"),
    VELOCIRAPTOR_HUNT("velociraptor"),
    VELOCIRAPTOR("velociraptor"),
    VELOCIRAPTOR_STORE("velociraptor"),
    VELOCIRAPTOR_OLD("velociraptor"),
    KAPE("kape"),
    DFIR_ORC("dfir-orc"),
    LOG_COLLECTOR("log-collector"),
    DEFENDER("defender"),
    GRR("grr"),
    CYLR("cylr"),
    COPY_WITH_DRIVE("copy"),
    COPY("copy"),
    FORENSIC_CONTAINER("container");

    private final String id;

    Collector(String id) {
        this.id = id;
    }

    /// Its name in answers, and in `takes.csv`.
    String id() {
        return id;
    }
}
