package io.cybervpn.presentation.shared.rest;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A QR code as an image. The PNG is written by hand, black and white at one bit a pixel: AWT, which
 * would do it, is not in a native image.
 */
public final class QrImage {
    private static final byte[] PNG_SIGNATURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'
    };
    private static final int QUIET_MODULES = 4;
    private static final int PIXELS_PER_MODULE = 8;
    private static final byte WHITE = (byte) 0xff;

    private final ByteMatrix modules;
    private final int side;

    /**
     * Of a text.
     *
     * @param text 1 to 2000 characters
     */
    public QrImage(String text) {
        try {
            this.modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException failure) {
            throw new IllegalArgumentException("no QR code holds this text", failure);
        }
        this.side = modules.getWidth() + 2 * QUIET_MODULES;
    }

    /** As a PNG file. */
    public byte[] png() {
        int pixels = side * PIXELS_PER_MODULE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PNG_SIGNATURE);
        // 1 bit a pixel, grey; deflate, adaptive filtering, not interlaced
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(pixels)
                        .putInt(pixels)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflated(raster()));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** As an SVG file. */
    public byte[] svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < side; y++) {
            appendRow(path, y);
        }
        String svg =
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
                <path d="%2$s"/></svg>
                """
                        .formatted(side, path);
        return svg.getBytes(StandardCharsets.UTF_8);
    }

    private void appendRow(StringBuilder path, int y) {
        for (int x = 0; x < side; x++) {
            if (isDark(x, y)) {
                path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
    }

    private boolean isDark(int x, int y) {
        int column = x - QUIET_MODULES;
        int row = y - QUIET_MODULES;
        boolean inside =
                column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        return inside && modules.get(column, row) == 1;
    }

    /** Rows of pixels, each begun by its filter, which is none; a module is a byte wide. */
    private byte[] raster() {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int y = 0; y < side * PIXELS_PER_MODULE; y++) {
            rows.write(0);
            rows.writeBytes(row(y / PIXELS_PER_MODULE));
        }
        return rows.toByteArray();
    }

    private byte[] row(int y) {
        byte[] bytes = new byte[side];
        for (int x = 0; x < side; x++) {
            bytes[x] = isDark(x, y) ? 0 : WHITE;
        }
        return bytes;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
