package io.cybervpn.application.invoicing;

/** What a file of a document can be. */
public enum DocumentFormat {
    /** A page that needs nothing else. */
    HTML,
    /** Paper, with its font in it. */
    PDF
}
