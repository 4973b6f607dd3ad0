package io.cybervpn.domain.server.model;

/** What one look at a node showed. */
public enum Check {
    /** The panel is connected with it, and it answers if it was asked. */
    UP('u'),
    /** The panel is connected with it, but it does not answer. */
    HALF('h'),
    /** The panel is not connected with it. */
    DOWN('d');

    private final char letter;

    Check(char letter) {
        this.letter = letter;
    }

    /** One letter, of which a row of looks is written. */
    public char letter() {
        return letter;
    }

    /** How many looks of this kind are in a row of them. */
    public int in(String row) {
        return (int) row.chars().filter(one -> one == letter).count();
    }
}
