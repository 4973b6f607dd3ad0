package io.cybervpn.infrastructure.invoicing.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;

/** Reads a PDF as a program would: by its table, its objects, and the characters of its glyphs. */
final class PdfReader {
    private static final Pattern LENGTH = Pattern.compile("/Length (\\d+) >>\nstream\n");

    private final byte[] file;
    private final String text;
    private final List<String> objects = new ArrayList<>();
    private final Map<String, Integer> characters = new HashMap<>();

    PdfReader(byte[] file) {
        this.file = file;
        this.text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-1.7\n").endsWith("%%EOF\n");
        readObjects();
        objects.stream()
                .filter(object -> object.contains("beginbfchar"))
                .forEach(this::readCharacters);
    }

    private void readObjects() {
        Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(text);
        assertThat(start.find()).isTrue();
        int table = Integer.parseInt(start.group(1));
        assertThat(text.substring(table)).startsWith("xref\n0 ");
        Matcher rows = Pattern.compile("(\\d{10}) 00000 n \n").matcher(text.substring(table));
        int number = 0;
        while (rows.find()) {
            number++;
            int offset = Integer.parseInt(rows.group(1));
            assertThat(text.substring(offset)).startsWith(number + " 0 obj\n");
            objects.add(content(offset, text.indexOf("endobj", offset)));
        }
    }

    /** An object's text; of a stream, what is in it. */
    private String content(int from, int to) {
        Matcher length = LENGTH.matcher(text).region(from, to);
        if (!length.find()) {
            return text.substring(from, to);
        }
        int packed = Integer.parseInt(length.group(1));
        assertThat(text.substring(length.end() + packed)).startsWith("\nendstream");
        return inflated(length.end(), packed);
    }

    private String inflated(int from, int length) {
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(file, from, length))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void readCharacters(String map) {
        Pattern.compile("<(\\w{4})> <(\\w{4})>\n")
                .matcher(map)
                .results()
                .forEach(one -> characters.put(one.group(1), Integer.parseInt(one.group(2), 16)));
    }

    long pages() {
        return objects.stream().filter(object -> object.contains("/Type /Page ")).count();
    }

    /** What is written, in its order. */
    List<String> texts() {
        return objects.stream()
                .filter(object -> object.startsWith("BT "))
                .flatMap(page -> Pattern.compile("<(\\w*)> Tj").matcher(page).results())
                .map(this::decoded)
                .toList();
    }

    private String decoded(MatchResult glyphs) {
        return Pattern.compile("\\w{4}")
                .matcher(glyphs.group(1))
                .results()
                .map(one -> Character.toString(characters.get(one.group())))
                .collect(Collectors.joining());
    }
}
