package io.cybervpn.domain.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** What an account is to the shop. Rights follow from it, see the mapping in the application. */
public enum Role {
    /** Buys and uses; holds no permission of staff. */
    CUSTOMER("customer"),
    /** Runs the shop; holds every permission. */
    ADMIN("admin");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The lower-case name that clients, tokens and stored rows use. */
    public String code() {
        return code;
    }

    /** Finds a role by its exact {@link #code}; empty for anything else. */
    public static Optional<Role> find(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
