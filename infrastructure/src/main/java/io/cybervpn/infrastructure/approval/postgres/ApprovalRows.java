package io.cybervpn.infrastructure.approval.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.approval.ApprovalId;
import io.cybervpn.domain.approval.ApprovalState;
import io.cybervpn.domain.approval.model.Approval;
import io.cybervpn.domain.approval.model.Wish;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Rows of wishes, there and back. */
final class ApprovalRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApprovalRows() {}

    static Approval approval(Object[] row) {
        Wish wish = wish(row);
        return switch (ApprovalState.find((String) row[9]).orElseThrow()) {
            case OPEN -> new Approval.Open(wish);
            case EXPIRED -> new Approval.Expired(wish);
            case APPROVED -> new Approval.Approved(wish, account(row[10]), time(row[11]));
            case REJECTED -> new Approval.Rejected(wish, account(row[10]), time(row[11]));
        };
    }

    static Wish wish(Object[] row) {
        return new Wish(
                new ApprovalId((UUID) row[0]),
                new Wish.Purpose((String) row[1], (String) row[2]),
                new Money(((Number) row[3]).longValue(), Asset.of((String) row[4])),
                details((String) row[5]),
                new Wish.Asked(account(row[6]), time(row[7]), (String) row[8]));
    }

    static String json(Map<String, String> details) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        details.forEach(node::put);
        return node.toString();
    }

    private static Map<String, String> details(String json) {
        try {
            Map<String, String> details = new HashMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(field -> details.put(field.getKey(), text(field.getValue())));
            return details;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a column of jsonb holds JSON", impossible);
        }
    }

    private static String text(JsonNode value) {
        return value.asText();
    }

    private static AccountId account(Object column) {
        return new AccountId((UUID) column);
    }

    private static Instant time(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }
}
