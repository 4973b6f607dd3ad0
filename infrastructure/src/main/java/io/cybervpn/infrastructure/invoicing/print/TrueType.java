package io.cybervpn.infrastructure.invoicing.print;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a PDF needs of a TrueType font: which glyph a character has, and how wide that is. Reads the
 * tables {@code cmap} (format 4), {@code head}, {@code hhea} and {@code hmtx}. Immutable.
 */
final class TrueType {
    private static final int THOUSAND = 1000;
    private static final int U16 = 0xFFFF;

    private final byte[] file;
    private final ByteBuffer data;
    private final Map<Integer, Integer> glyphs = new HashMap<>();
    private final int unitsPerEm;
    private final int widths;
    private final int widthCount;

    TrueType(byte[] file) {
        this.file = file.clone();
        this.data = ByteBuffer.wrap(this.file);
        this.unitsPerEm = u16(table("head") + 18);
        this.widths = table("hmtx");
        this.widthCount = u16(table("hhea") + 34);
        readGlyphs(unicodeMap());
    }

    /** The whole font. */
    byte[] file() {
        return file.clone();
    }

    /** The glyph of a character; 0 if it has none. */
    int glyph(int codePoint) {
        return glyphs.getOrDefault(codePoint, 0);
    }

    /** How far the next glyph is, in thousandths of the font's size. */
    int width(int glyph) {
        int advance = u16(widths + 4 * Math.min(glyph, widthCount - 1));
        return advance * THOUSAND / unitsPerEm;
    }

    private int u16(int offset) {
        return data.getShort(offset) & U16;
    }

    private int table(String tag) {
        for (int entry = 12; entry < 12 + 16 * u16(4); entry += 16) {
            if (tag.equals(new String(file, entry, 4, StandardCharsets.US_ASCII))) {
                return data.getInt(entry + 8);
            }
        }
        throw new IllegalArgumentException("the font has no " + tag);
    }

    /** The map of the Unicode characters of the first plane. */
    private int unicodeMap() {
        int cmap = table("cmap");
        for (int entry = cmap + 4; entry < cmap + 4 + 8 * u16(cmap + 2); entry += 8) {
            int map = cmap + data.getInt(entry + 4);
            if (u16(entry) == 3 && u16(entry + 2) == 1 && u16(map) == 4) {
                return map;
            }
        }
        throw new IllegalArgumentException("the font has no map of Unicode");
    }

    private void readGlyphs(int map) {
        int segments = u16(map + 6);
        for (int at = 0; at < segments; at += 2) {
            int end = map + 14 + at;
            int start = end + segments + 2;
            readSegment(u16(start), u16(end), start + segments, start + 2 * segments);
        }
    }

    /**
     * Reads a stretch of characters.
     *
     * @param delta where it says what is added to a character or to what is listed of it
     * @param range where it says how far from there the list is; 0: there is none
     */
    private void readSegment(int first, int last, int delta, int range) {
        for (int character = first; character <= last && character < U16; character++) {
            int listed =
                    u16(range) == 0 ? character : u16(range + u16(range) + 2 * (character - first));
            if (u16(range) == 0 || listed != 0) {
                glyphs.put(character, (listed + u16(delta)) & U16);
            }
        }
    }
}
