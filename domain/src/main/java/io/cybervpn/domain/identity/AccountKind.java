package io.cybervpn.domain.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account is to the shop. What a member of staff may do follows from his roles alone. */
public enum AccountKind {
    /** Buys and uses; holds no permission of staff. */
    CUSTOMER("customer"),
    /** Works for the shop, with the permissions of the roles assigned to him. */
    STAFF("staff");

    private final String code;

    AccountKind(String code) {
        this.code = code;
    }

    /** The lower-case name that clients, tokens and stored rows use. */
    public String code() {
        return code;
    }

    /** Finds a kind by its exact {@link #code}; empty for anything else. */
    public static Optional<AccountKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
