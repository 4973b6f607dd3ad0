package io.cybervpn.infrastructure.invoicing.print;

import java.util.List;

/**
 * A document as it is on paper, all of it text in one language.
 *
 * @param language of its words, a BCP 47 tag
 * @param facts below the title
 * @param seller and buyer line by line, without their headings
 * @param columns headings of the table
 * @param rows of the table, each with as many cells as there are columns
 * @param sums below the table, the last is the most important
 * @param note at the end; may be empty
 */
record Sheet(
        String language,
        String title,
        List<Fact> facts,
        Block seller,
        Block buyer,
        List<String> columns,
        List<List<String>> rows,
        List<Fact> sums,
        String note) {
    /** A value and what it is called. */
    record Fact(String name, String value) {}

    /** Lines under a heading. */
    record Block(String heading, List<String> lines) {}
}
