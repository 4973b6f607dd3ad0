package io.cybervpn.domain.identity.model;

import java.util.UUID;

/**
 * A part of a copy, as it is kept.
 *
 * @param number from 0, without gaps
 * @param text locked for {@link #purposeOf}
 */
public record ExportPiece(UUID id, int number, String text) {
    /** What the text of a piece is locked for. */
    public static String purposeOf(UUID id) {
        return "export-piece:" + id;
    }

    @Override
    public String toString() {
        return "ExportPiece[" + id + "]";
    }
}
