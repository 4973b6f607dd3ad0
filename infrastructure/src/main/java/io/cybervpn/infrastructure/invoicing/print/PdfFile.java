package io.cybervpn.infrastructure.invoicing.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * A PDF 1.7 under construction: numbered objects, and in the end where each of them is. The same
 * objects give the same file.
 */
final class PdfFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    PdfFile() {
        write("%PDF-1.7\n");
        // Says that it is not text, to programs that look no further.
        out.writeBytes(new byte[] {'%', (byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    }

    /** A number for an object that is written later. */
    int reserve() {
        offsets.add(0);
        return offsets.size();
    }

    /** Writes the object of a number. */
    void object(int number, String body) {
        begin(number);
        write(body + "\nendobj\n");
    }

    /** Writes it as a compressed stream; {@code entries} of its dictionary beside the usual. */
    void stream(int number, String entries, byte[] content) {
        byte[] packed = deflated(content);
        begin(number);
        write(
                "<< %s /Filter /FlateDecode /Length %d >>\nstream\n"
                        .formatted(entries, packed.length));
        out.writeBytes(packed);
        write("\nendstream\nendobj\n");
    }

    /** The whole file. */
    byte[] finish(int root, int info) {
        int table = out.size();
        StringBuilder lines = new StringBuilder("xref\n0 %d\n".formatted(offsets.size() + 1));
        lines.append("0000000000 65535 f \n");
        offsets.forEach(offset -> lines.append("%010d 00000 n \n".formatted(offset)));
        write(lines.toString());
        write(
                "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(offsets.size() + 1, root, info, table));
        return out.toByteArray();
    }

    private void begin(int number) {
        offsets.set(number - 1, out.size());
        write(number + " 0 obj\n");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
