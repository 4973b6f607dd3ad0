package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.domain.provisioning.model.PanelUser;
import java.util.regex.Pattern;

/**
 * The panel's reference of a user where a name of ours does not do: a number on 3.x, a UUID on 2.x.
 * The two go into bodies under different names.
 */
record UserRef(String text) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

    static UserRef of(PanelUser user) {
        return new UserRef(user.ref());
    }

    boolean isOfThree() {
        return NUMBER.matcher(text).matches();
    }

    /** A body that names the user, to be added to. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return isOfThree() ? body.put("userId", number()) : body.put("userUuid", text);
    }

    long number() {
        return Long.parseLong(text);
    }

    /**
     * What a failed call about a user means. A refusal is no more final than silence here: the user
     * was perhaps made anew, or the panel upgraded, and the next sweep finds his new reference.
     */
    static Throwable meaning(Throwable failure) {
        return PanelClient.meaning(failure) instanceof PanelRefused refused
                ? new PanelUnavailable("the panel refused: " + refused.getMessage(), refused)
                : PanelClient.meaning(failure);
    }
}
