package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the shape of two JSON values: the same fields at every depth, the same types, the same
 * kind of text (moment, uuid, whole number). Values may differ, and so may the length of lists;
 * null is only where the contract allows it.
 */
final class Shape {

    private static final Set<String> NULLABLE =
            Set.of(
                    "telegramId",
                    "email",
                    "description",
                    "tag",
                    "hwidDeviceLimit",
                    "externalSquadUuid",
                    "subRevokedAt",
                    "lastTrafficResetAt",
                    "onlineAt",
                    "firstConnectedAt",
                    "lastConnectedNodeUuid",
                    "lastStatusChange",
                    "lastStatusMessage",
                    "network",
                    "security",
                    "srrRuleName",
                    "requestIp");

    private Shape() {}

    static List<String> differences(Object recorded, Object actual) {
        List<String> differences = new ArrayList<>();
        compare("$", recorded, actual, differences);
        return differences;
    }

    private static void compare(
            String path,
            @Nullable Object recorded,
            @Nullable Object actual,
            List<String> differences) {
        switch (new Pair(recorded, actual)) {
            case Pair(JsonObject wanted, JsonObject got) ->
                    compareObjects(path, wanted, got, differences);
            case Pair(JsonArray wanted, JsonArray got) ->
                    compareArrays(path, wanted, got, differences);
            case Pair pair -> compareKinds(path, pair, differences);
        }
    }

    private record Pair(@Nullable Object recorded, @Nullable Object actual) {

        boolean hasNull() {
            return recorded == null || actual == null;
        }
    }

    private static void compareKinds(String path, Pair pair, List<String> differences) {
        String recorded = kind(pair.recorded());
        boolean forgiven =
                pair.hasNull() && NULLABLE.contains(path.substring(path.lastIndexOf('.') + 1));
        if (!forgiven && !recorded.equals(kind(pair.actual()))) {
            differences.add(path + ": recorded " + recorded + ", actual " + pair.actual());
        }
    }

    private static void compareObjects(
            String path, JsonObject recorded, JsonObject actual, List<String> differences) {
        Set<String> fields = new TreeSet<>(recorded.fieldNames());
        if (!fields.equals(new TreeSet<>(actual.fieldNames()))) {
            differences.add(
                    path
                            + ": recorded fields "
                            + fields
                            + ", actual "
                            + new TreeSet<>(actual.fieldNames()));
            return;
        }
        fields.forEach(
                field ->
                        compare(
                                path + "." + field,
                                recorded.getValue(field),
                                actual.getValue(field),
                                differences));
    }

    /** Every actual element looks like one of the recorded ones. */
    private static void compareArrays(
            String path, JsonArray recorded, JsonArray actual, List<String> differences) {
        if (recorded.isEmpty()) {
            return;
        }
        if (actual.isEmpty()) {
            differences.add(path + ": recorded " + recorded.size() + " elements, actual none");
        }
        for (int i = 0; i < actual.size(); i++) {
            differences.addAll(closest(path + "[" + i + "]", recorded, actual.getValue(i)));
        }
    }

    private static List<String> closest(String path, JsonArray recorded, Object actual) {
        List<String> best = List.of(path + ": like no recorded element");
        int fewest = Integer.MAX_VALUE;
        for (Object candidate : recorded) {
            List<String> differences = new ArrayList<>();
            compare(path, candidate, actual, differences);
            best = differences.size() < fewest ? differences : best;
            fewest = Math.min(fewest, differences.size());
        }
        return best;
    }

    private static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number n -> "number";
            case Boolean b -> "boolean";
            case JsonObject o -> "object";
            case JsonArray a -> "array";
            case String s -> text(s);
            default -> value.getClass().getSimpleName();
        };
    }

    private static String text(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z")) {
            return "moment";
        }
        if (text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return "uuid";
        }
        return text.matches("\\d+") ? "digits" : "text";
    }
}
