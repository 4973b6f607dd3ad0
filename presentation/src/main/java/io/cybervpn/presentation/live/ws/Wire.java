package io.cybervpn.presentation.live.ws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.presentation.shared.rest.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Words what a socket says of itself; news of others come worded. */
@Singleton
final class Wire {
    private final ObjectMapper mapper;
    private final Ids ids;
    private final Clock clock;

    @Inject
    Wire(ObjectMapper mapper, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.ids = ids;
        this.clock = clock;
    }

    ObjectNode object() {
        return mapper.createObjectNode();
    }

    /** Something of this socket alone. */
    String event(String type, String topic, long seq, ObjectNode data) {
        ObjectNode event = object();
        event.put("v", 1);
        event.put("id", ids.next().toString());
        event.put("type", type);
        event.put("topic", topic);
        event.put("seq", seq);
        event.put("at", clock.instant().toString());
        event.set("data", data);
        return event.toString();
    }

    /** A command was done. */
    String ack(String ref, ObjectNode more) {
        ObjectNode ack = object();
        ack.put("type", "ack");
        ack.put("ref", ref);
        ack.setAll(more);
        return ack.toString();
    }

    /** A command was not done; the problem is what REST would have answered. */
    String error(Optional<String> ref, Problem problem) {
        ObjectNode error = object();
        error.put("type", "error");
        ref.ifPresent(value -> error.put("ref", value));
        error.set("problem", tree(problem));
        return error.toString();
    }

    /** By its text: what a native image knows of a problem is how it is written. */
    private JsonNode tree(Problem problem) {
        try {
            return mapper.readTree(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
