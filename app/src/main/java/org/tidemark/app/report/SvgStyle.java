// SPDX-License-Identifier: Apache-2.0
package org.tidemark.app.report;

/// The colours and lines of a drawing. They hold inside the drawing only; a page may set the same properties.
///
/// The six colours of the lines are those of Okabe and Ito 2008, which people who see few colours tell apart
/// too, darker
/// on white; each line also has a dash of its own, for print without colour. The parts of a cohort differ in how light
/// they are, patched and vulnerable most.
final class SvgStyle {
    private SvgStyle() {}

    static final String CSS = """
            <style>
            .trend { --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --paper: #ffffff; --c0: #b3261e; --c1: #005a9c; --c2: #00735c; --c3: #9a5b00; --c4: #8b3a73; --c5: #4d5763; --patched: #8fd0a4; --mitigated: #5b9bd5; --gone: #d5dae0; --unknown: #f0c24b; --vulnerable: #a3231c; background: var(--paper); font: 12px system-ui, sans-serif; }
            .trend text { fill: var(--ink); } .trend .soft, .trend .note, .trend .flag { fill: var(--soft); } .trend .flag { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; } .trend .head { font-size: 15px; font-weight: 600; }
            .trend .rule { stroke: var(--rule); } .trend .edge { stroke: var(--soft); } .trend .event { stroke: var(--soft); stroke-dasharray: 2 3; } .trend .break { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 6 3; }
            .trend polyline { fill: none; stroke-width: 2; stroke-linejoin: round; }
            .trend .l0 { stroke: var(--c0); } .trend .l1 { stroke: var(--c1); stroke-dasharray: 8 3; } .trend .l2 { stroke: var(--c2); stroke-dasharray: 2 2; } .trend .l3 { stroke: var(--c3); stroke-dasharray: 10 3 2 3; } .trend .l4 { stroke: var(--c4); stroke-dasharray: 5 2; } .trend .l5 { stroke: var(--c5); stroke-dasharray: 1 3; }
            .trend .k0, .trend .b0 { fill: var(--c0); } .trend .k1, .trend .b1 { fill: var(--c1); } .trend .k2, .trend .b2 { fill: var(--c2); } .trend .k3, .trend .b3 { fill: var(--c3); } .trend .k4, .trend .b4 { fill: var(--c4); } .trend .k5, .trend .b5 { fill: var(--c5); }
            .trend .b0, .trend .b1, .trend .b2, .trend .b3, .trend .b4, .trend .b5 { opacity: .18; }
            .trend .w0, .trend .w1, .trend .w2, .trend .w3, .trend .w4, .trend .w5 { stroke: var(--soft); stroke-width: 2; }
            .trend .published { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
            .trend .s-patched { fill: var(--patched); stroke: var(--patched); } .trend .s-mitigated { fill: var(--mitigated); stroke: var(--mitigated); } .trend .s-gone { fill: var(--gone); stroke: var(--gone); } .trend .s-unknown { fill: var(--unknown); stroke: var(--unknown); } .trend .s-vulnerable { fill: var(--vulnerable); stroke: var(--vulnerable); }
            .trend line[class^="s-"] { stroke-width: 4; } .trend polygon[class^="s-"] { stroke: var(--paper); stroke-width: 1; } .trend rect[class^="s-"] { stroke: none; }
            @media (prefers-color-scheme: dark) { .trend { --ink: #e6edf3; --soft: #9aa4af; --rule: #30363d; --paper: #0d1117; --c0: #ff7b72; --c1: #79c0ff; --c2: #56d4b0; --c3: #e3a044; --c4: #e59ccd; --c5: #b1bac4; --patched: #7cc796; --mitigated: #4f88bd; --gone: #59626d; --unknown: #d9ae3c; --vulnerable: #b8322a; } }
            @media print { .trend { --ink: #000000; --soft: #333333; --rule: #bbbbbb; --paper: #ffffff; --c0: #b3261e; --c1: #005a9c; --c2: #00735c; --c3: #9a5b00; --c4: #8b3a73; --c5: #4d5763; --patched: #8fd0a4; --mitigated: #5b9bd5; --gone: #d5dae0; --unknown: #f0c24b; --vulnerable: #a3231c; } }
            </style>
            """;
}
