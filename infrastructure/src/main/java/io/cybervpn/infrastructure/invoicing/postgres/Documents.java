package io.cybervpn.infrastructure.invoicing.postgres;

import io.cybervpn.domain.invoicing.AppliedTax;
import io.cybervpn.domain.invoicing.InvoiceLine;
import io.cybervpn.domain.invoicing.LineType;
import io.cybervpn.domain.invoicing.NoteLine;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is printed, as JSON; the names are for ever. */
final class Documents {
    private Documents() {}

    static String of(Party party) {
        return new JsonObject()
                .put("name", party.name())
                .put("email", party.email())
                .put("address", party.address())
                .put("taxId", party.taxId())
                .put("country", party.country())
                .encode();
    }

    static Party party(String stored) {
        JsonObject json = new JsonObject(stored);
        return new Party(
                json.getString("name"),
                json.getString("email"),
                json.getString("address"),
                json.getString("taxId"),
                json.getString("country"));
    }

    static String ofLines(List<InvoiceLine> lines) {
        return new JsonArray(lines.stream().map(Documents::json).toList()).encode();
    }

    private static JsonObject json(InvoiceLine line) {
        return new JsonObject()
                .put("type", line.type().code())
                .put("description", new JsonObject(Map.copyOf(line.description())))
                .put("quantity", line.quantity())
                .put("unitMinor", line.unitPrice().minorUnits())
                .put("grossMinor", line.grossMinor())
                .put("taxes", new JsonArray(line.taxes().stream().map(Documents::json).toList()));
    }

    private static JsonObject json(AppliedTax tax) {
        return new JsonObject()
                .put("code", tax.code())
                .put("name", tax.name())
                .put("basisPoints", tax.basisPoints())
                .put("inclusive", tax.inclusive())
                .put("minor", tax.minorUnits());
    }

    static List<InvoiceLine> lines(String stored, Asset asset) {
        return objects(new JsonArray(stored)).map(json -> line(json, asset)).toList();
    }

    private static InvoiceLine line(JsonObject json, Asset asset) {
        return new InvoiceLine(
                LineType.find(json.getString("type")).orElseThrow(),
                texts(json.getJsonObject("description")),
                json.getLong("quantity"),
                new Money(json.getLong("unitMinor"), asset),
                objects(json.getJsonArray("taxes")).map(Documents::tax).toList());
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new HashMap<>();
        json.fieldNames().forEach(tag -> texts.put(tag, json.getString(tag)));
        return texts;
    }

    private static AppliedTax tax(JsonObject json) {
        return new AppliedTax(
                json.getString("code"),
                json.getString("name"),
                json.getInteger("basisPoints"),
                json.getBoolean("inclusive"),
                json.getLong("minor"));
    }

    static String ofNoteLines(List<NoteLine> lines) {
        return new JsonArray(
                        lines.stream()
                                .map(
                                        line ->
                                                new JsonObject()
                                                        .put("line", line.line())
                                                        .put("grossMinor", line.grossMinor())
                                                        .put(
                                                                "taxesMinor",
                                                                new JsonArray(line.taxesMinor())))
                                .toList())
                .encode();
    }

    static List<NoteLine> noteLines(String stored) {
        return objects(new JsonArray(stored))
                .map(
                        json ->
                                new NoteLine(
                                        json.getInteger("line"),
                                        json.getLong("grossMinor"),
                                        json.getJsonArray("taxesMinor").stream()
                                                .map(units -> ((Number) units).longValue())
                                                .toList()))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
