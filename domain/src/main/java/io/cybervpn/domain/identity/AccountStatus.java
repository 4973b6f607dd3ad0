package io.cybervpn.domain.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether an account may log in. Says nothing about its subscriptions. */
public enum AccountStatus {
    /** May log in. */
    ACTIVE("active"),
    /** Locked out by staff; what was bought goes on. */
    BLOCKED("blocked"),
    /** Its owner is forgotten; the account stays as a pseudonym of its money. For ever. */
    ERASED("erased"),
    /** It became part of another account of the same person. For ever. */
    MERGED("merged");

    private final String code;

    AccountStatus(String code) {
        this.code = code;
    }

    /** The lower-case name that clients and stored rows use. */
    public String code() {
        return code;
    }

    /** Whether nothing ever happens to such an account again. */
    public boolean isFinal() {
        return switch (this) {
            case ACTIVE, BLOCKED -> false;
            case ERASED, MERGED -> true;
        };
    }

    /** Finds a status by its exact {@link #code}; empty for anything else. */
    public static Optional<AccountStatus> find(String code) {
        return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
    }
}
