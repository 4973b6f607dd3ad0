package io.cybervpn.domain.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a wish. */
public enum ApprovalState {
    /** Nobody has decided yet. */
    OPEN,
    /** Approved, and done with it. */
    APPROVED,
    /** Rejected. */
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED;

    /** As the API and the database call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code; empty for none. */
    public static Optional<ApprovalState> find(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
