package io.cybervpn.sandbox.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The servers that we stand in for run on JavaScript, where 1.0 and 1 are one number. */
final class Numbers {

    private static final double EXACT_MAX = 9_007_199_254_740_992.0;

    private Numbers() {}

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonObject object -> plainObject(object);
            case JsonArray array -> plainArray(array);
            case Double number when isWhole(number) -> number.longValue();
            default -> value;
        };
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= EXACT_MAX;
    }

    private static JsonObject plainObject(JsonObject object) {
        JsonObject result = new JsonObject();
        object.forEach(entry -> result.put(entry.getKey(), plain(entry.getValue())));
        return result;
    }

    private static JsonArray plainArray(JsonArray array) {
        JsonArray result = new JsonArray();
        array.forEach(element -> result.add(plain(element)));
        return result;
    }
}
