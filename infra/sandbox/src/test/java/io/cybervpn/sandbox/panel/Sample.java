package io.cybervpn.sandbox.panel;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One call as recorded from a real panel: what was sent and what came back. */
record Sample(String folder, String name, JsonObject content) {

    static Sample of(String folder, String name) {
        return new Sample(folder, name, (JsonObject) read(folder, name));
    }

    /** All single calls of a folder, by name. */
    static List<Sample> all(String folder) {
        return names(folder).stream()
                .filter(name -> read(folder, name) instanceof JsonObject)
                .map(name -> of(folder, name))
                .toList();
    }

    /** The one record that is a table of user agents instead of a call. */
    static JsonArray table(String folder, String name) {
        return (JsonArray) read(folder, name);
    }

    static List<String> names(String folder) {
        try (Stream<Path> files = Files.list(directory(folder))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path directory(String folder) {
        try {
            return Path.of(Sample.class.getResource("/remnawave-samples/" + folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(String folder, String name) {
        try {
            return Json.decodeValue(Files.readString(directory(folder).resolve(name + ".json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    JsonObject request() {
        return content.getJsonObject("request");
    }

    JsonObject response() {
        return content.getJsonObject("response");
    }

    /** The content of the envelope, for records that have one object in it. */
    JsonObject result() {
        return response().getJsonObject("body").getJsonObject("response").copy();
    }

    JsonArray results() {
        return response().getJsonObject("body").getJsonArray("response").copy();
    }
}
