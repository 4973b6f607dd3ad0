package io.cybervpn.sandbox.panel;

import io.vertx.core.json.JsonObject;

/** Answers that do not depend on any state, as recorded. */
final class StaticAnswers {

    private static final JsonObject ALL = Resources.json("static.json");

    private StaticAnswers() {}

    /** What the GET of this path answers, without the envelope; a copy. */
    static JsonObject of(String path) {
        return ALL.getJsonObject(path).copy();
    }
}
