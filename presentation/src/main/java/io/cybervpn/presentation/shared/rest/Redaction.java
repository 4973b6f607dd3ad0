package io.cybervpn.presentation.shared.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A body of somebody else as staff may see it. Denied by default: the shape and the flags, and the
 * values of the names that are known to be harmless. All else may be a token, a card or a person.
 */
final class Redaction {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TextNode HIDDEN = TextNode.valueOf("—");
    private static final int DEPTH_MAX = 12;

    /** In lower case and without underscores. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "amount",
                    "amountrefunded",
                    "amounttotal",
                    "apiversion",
                    "asset",
                    "cancellationdetails",
                    "chargeid",
                    "created",
                    "createdat",
                    "currency",
                    "currencytype",
                    "errorcode",
                    "event",
                    "eventtimestampms",
                    "eventtype",
                    "expirationdate",
                    "fiat",
                    "id",
                    "invoiceid",
                    "invoicepayload",
                    "livemode",
                    "object",
                    "orderid",
                    "paid",
                    "paidamount",
                    "paidasset",
                    "paidat",
                    "party",
                    "payload",
                    "paymentid",
                    "paymentintent",
                    "paymentstatus",
                    "productid",
                    "reason",
                    "refundid",
                    "requestdate",
                    "state",
                    "status",
                    "store",
                    "success",
                    "timestamp",
                    "totalamount",
                    "type",
                    "updateid",
                    "updatetype",
                    "value");

    private Redaction() {}

    /** Empty when it is no JSON. */
    static Optional<JsonNode> of(String body) {
        try {
            return Optional.of(MAPPER.readTree(body))
                    .filter(JsonNode::isContainerNode)
                    .map(node -> shown(node, false, 0));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static JsonNode shown(JsonNode node, boolean harmless, int depth) {
        if (depth > DEPTH_MAX) {
            return HIDDEN;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(
                            field ->
                                    copy.set(
                                            field.getKey(),
                                            shown(
                                                    field.getValue(),
                                                    isHarmless(field.getKey()),
                                                    depth + 1)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(one -> copy.add(shown(one, harmless, depth + 1)));
            return copy;
        }
        return harmless || node.isBoolean() || node.isNull() ? node : HIDDEN;
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name.replace("_", "").toLowerCase(Locale.ROOT));
    }
}
