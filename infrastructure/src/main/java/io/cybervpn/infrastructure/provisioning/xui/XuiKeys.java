package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.domain.provisioning.AccessId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a new client, which nobody can guess and which come out the same at each try: a
 * creation whose answer got lost is repeated without making another user.
 */
record XuiKeys(String secret) {
    private static final int SUB_ID_LENGTH = 24;

    ObjectNode of(AccessId access) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", UUID.nameUUIDFromBytes(hmac("id", access)).toString())
                .put("password", hex("password", access))
                .put("subId", hex("subId", access).substring(0, SUB_ID_LENGTH));
    }

    private String hex(String purpose, AccessId access) {
        return HexFormat.of().formatHex(hmac(purpose, access));
    }

    private byte[] hmac(String purpose, AccessId access) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String text = "cybervpn 3x-ui " + purpose + " " + access.value();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Leaves it out. */
    @Override
    public String toString() {
        return "XuiKeys";
    }
}
