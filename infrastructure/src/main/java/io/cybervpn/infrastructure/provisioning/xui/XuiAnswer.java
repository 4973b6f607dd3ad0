package io.cybervpn.infrastructure.provisioning.xui;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of every answer, which has status 200 even for errors.
 *
 * @param obj what was asked for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record XuiAnswer(boolean success, @Nullable String msg, @Nullable JsonNode obj) {
    /** Leaves the content out: it holds keys. */
    @Override
    public String toString() {
        return "XuiAnswer[success=" + success + "]";
    }
}
