package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.provisioning.AccessId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/**
 * How a family keeps clients. From 3.1 on a client is found by its e-mail and attached to inbounds;
 * before, each inbound has clients of its own, and an e-mail is in one of them only.
 */
interface XuiFamily {
    /** As staff read it. */
    String name();

    /**
     * All users of ours. The panel gives no pages and, in both families, shows a client whole only
     * in the list of all.
     */
    Uni<Map<AccessId, XuiUser>> users();

    /** Makes what is missing and changes what is there, so that he is in just these inbounds. */
    Uni<Void> bring(AccessId access, Wish wish, Map<Integer, ObjectNode> before);

    /** Removes all of his clients. */
    Uni<Void> remove(AccessId access, XuiUser user);

    /** Counts his traffic from zero. */
    Uni<Void> resetTraffic(AccessId access, XuiUser user);

    /**
     * What he should be.
     *
     * @param client without keys and e-mail
     * @param keys for a new client: id, password, subId
     */
    record Wish(ObjectNode client, ObjectNode keys, Set<Integer> inbounds) {
        /** What is there with what is wanted laid over it: nothing that staff set is lost. */
        ObjectNode onto(ObjectNode there) {
            ObjectNode all = there.deepCopy();
            all.setAll(client);
            return all;
        }

        /** One that is not there yet. */
        ObjectNode fresh(String email) {
            ObjectNode all = keys.deepCopy();
            all.setAll(client);
            return all.put("email", email);
        }
    }
}
