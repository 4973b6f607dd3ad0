package io.cybervpn.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request, read whole. */
public final class Call {

    private final RoutingContext context;

    Call(RoutingContext context) {
        this.context = context;
    }

    /** GET, POST, … */
    public HttpMethod method() {
        return context.request().method();
    }

    /** The path without its query. */
    public String path() {
        return Optional.ofNullable(context.request().path()).orElse("/");
    }

    /** Path and query, as sent. */
    public String uri() {
        return context.request().uri();
    }

    /** A {@code :name} part of the route's path, decoded. */
    public String param(String name) {
        return Optional.ofNullable(context.pathParam(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no :" + name));
    }

    /** The first value in the query. */
    public Optional<String> query(String name) {
        return context.queryParam(name).stream().findFirst();
    }

    /** Everything in the query and, if a form was sent, in the form; the first value of each. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        context.queryParams()
                .forEach(entry -> fields.putIfAbsent(entry.getKey(), entry.getValue()));
        context.request()
                .formAttributes()
                .forEach(entry -> fields.putIfAbsent(entry.getKey(), entry.getValue()));
        return fields;
    }

    /** The header's first value, if there is one that is not blank. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.request().getHeader(name))
                .filter(value -> !value.isBlank());
    }

    /** The exact bytes sent. */
    public Buffer raw() {
        return Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
    }

    /**
     * The JSON object sent; empty if there was no body.
     *
     * @throws DecodeException if the bytes are no JSON, or no object
     */
    public Optional<JsonObject> body() {
        Buffer raw = raw();
        if (raw.length() == 0) {
            return Optional.empty();
        }
        Object decoded = Numbers.plain(Json.decodeValue(raw));
        if (decoded instanceof JsonObject object) {
            return Optional.of(object);
        }
        throw new DecodeException("Unexpected token in JSON: an object is expected");
    }

    /** The JSON object sent, or an empty one. */
    public JsonObject bodyOrEmpty() {
        return body().orElseGet(JsonObject::new);
    }
}
