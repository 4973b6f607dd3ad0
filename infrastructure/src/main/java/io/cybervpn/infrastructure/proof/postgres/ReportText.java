package io.cybervpn.infrastructure.proof.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.proof.model.Finding;
import io.cybervpn.domain.proof.model.Report;
import io.cybervpn.domain.proof.model.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A report as the text that is signed and stored. */
final class ReportText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportText() {}

    static String write(Report report) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("from", report.from().toString());
        body.put("begunAt", report.begunAt().toString());
        body.put("endedAt", report.endedAt().toString());
        var sections = body.putArray("sections");
        report.sections().forEach(section -> write(section, sections.addObject()));
        return body.toString();
    }

    private static void write(Section section, ObjectNode node) {
        node.put("name", section.name());
        switch (section.outcome()) {
            case Section.Outcome.Unavailable(var reason) -> node.put("unavailable", reason);
            case Section.Outcome.Examined(var lookedAt, var findings) -> {
                node.put("lookedAt", lookedAt);
                var list = node.putArray("findings");
                for (Finding finding : findings) {
                    list.addObject()
                            .put("check", finding.check())
                            .put("subject", finding.subject())
                            .put("detail", finding.detail());
                }
            }
        }
    }

    static Report read(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            List<Section> sections = new ArrayList<>();
            body.path("sections").forEach(node -> sections.add(section(node)));
            return new Report(
                    time(body, "from"), time(body, "begunAt"), time(body, "endedAt"), sections);
        } catch (JsonProcessingException changed) {
            throw new IllegalStateException("a stored report is not what we wrote", changed);
        }
    }

    private static Section section(JsonNode node) {
        String name = node.path("name").asText();
        if (node.has("unavailable")) {
            return Section.unavailable(name, node.path("unavailable").asText());
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode one : node.path("findings")) {
            findings.add(
                    new Finding(
                            one.path("check").asText(),
                            one.path("subject").asText(),
                            one.path("detail").asText()));
        }
        return Section.examined(name, node.path("lookedAt").asLong(), findings);
    }

    private static Instant time(JsonNode body, String field) {
        return Instant.parse(body.path(field).asText());
    }
}
