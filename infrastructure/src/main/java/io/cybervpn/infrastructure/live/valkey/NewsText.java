package io.cybervpn.infrastructure.live.valkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.live.Datum;
import io.cybervpn.application.live.News;
import java.util.Map;
import java.util.TreeMap;

/**
 * News as sockets get them, in two halves: between them goes the number, which is known only where
 * it is given.
 */
record NewsText(String beforeSeq, String afterSeq) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static NewsText of(News news) {
        ObjectNode head = NODES.objectNode();
        head.put("v", 1);
        head.put("id", news.id().toString());
        head.put("type", news.type());
        head.put("topic", news.to().topicCode());
        ObjectNode tail = NODES.objectNode();
        tail.put("at", news.at().toString());
        tail.set("data", fields(news.data()));
        String begin = head.toString();
        return new NewsText(
                begin.substring(0, begin.length() - 1) + ",\"seq\":",
                ',' + tail.toString().substring(1));
    }

    String withSeq(long seq) {
        return beforeSeq + seq + afterSeq;
    }

    /** In the order of their names: the same news are the same text. */
    static ObjectNode fields(Map<String, Datum> values) {
        ObjectNode object = NODES.objectNode();
        new TreeMap<>(values).forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private static JsonNode node(Datum datum) {
        return switch (datum) {
            case Datum.Text(var value) -> NODES.textNode(value);
            case Datum.Whole(var value) -> NODES.numberNode(value);
            case Datum.Flag(var value) -> NODES.booleanNode(value);
            case Datum.Absent() -> NODES.nullNode();
            case Datum.Sum(var money) ->
                    NODES.objectNode()
                            .put("amount", money.toDecimal())
                            .put("currency", money.asset().code());
            case Datum.Fields(var values) -> fields(values);
            case Datum.Many(var values) -> {
                ArrayNode array = NODES.arrayNode();
                values.forEach(value -> array.add(node(value)));
                yield array;
            }
        };
    }
}
