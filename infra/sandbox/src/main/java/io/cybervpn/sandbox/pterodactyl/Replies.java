package io.cybervpn.sandbox.pterodactyl;

import io.cybervpn.sandbox.http.Answer;
import io.cybervpn.sandbox.http.Refused;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The shapes of all answers. */
final class Replies {
    private static final int PAGE_MAX = 100;

    private Replies() {}

    static Answer one(int status, String kind, JsonObject attributes) {
        return Answer.json(status, object(kind, attributes));
    }

    static JsonObject object(String kind, JsonObject attributes) {
        return new JsonObject().put("object", kind).put("attributes", attributes);
    }

    static JsonObject list(String kind, List<JsonObject> all) {
        JsonArray data = new JsonArray();
        all.forEach(one -> data.add(object(kind, one)));
        return new JsonObject().put("object", "list").put("data", data);
    }

    /** A page counts from 1; beyond the last one it is empty. */
    static Answer page(String kind, List<JsonObject> all, int page, int perPage) {
        int size = Math.clamp(perPage, 1, PAGE_MAX);
        int from = Math.min((page - 1) * size, all.size());
        List<JsonObject> here = all.subList(from, Math.min(from + size, all.size()));
        JsonObject pagination =
                new JsonObject()
                        .put("total", all.size())
                        .put("count", here.size())
                        .put("per_page", size)
                        .put("current_page", page)
                        .put("total_pages", Math.max(1, Math.ceilDiv(all.size(), size)))
                        .put("links", new JsonObject());
        return Answer.json(
                200, list(kind, here).put("meta", new JsonObject().put("pagination", pagination)));
    }

    static Answer error(int status, String code, String detail) {
        return errors(status, error(code, status, detail));
    }

    /** A field that a rule does not like. */
    static Refused invalid(String field, String rule, String detail) {
        JsonObject error =
                error("ValidationException", 422, detail)
                        .put("meta", new JsonObject().put("source_field", field).put("rule", rule));
        return new Refused(errors(422, error));
    }

    static Refused missing() {
        return new Refused(
                error(
                        404,
                        "NotFoundHttpException",
                        "The requested resource could not be found on the server."));
    }

    private static JsonObject error(String code, int status, String detail) {
        return new JsonObject()
                .put("code", code)
                .put("status", String.valueOf(status))
                .put("detail", detail);
    }

    private static Answer errors(int status, JsonObject error) {
        return Answer.json(status, new JsonObject().put("errors", new JsonArray().add(error)));
    }
}
