package io.cybervpn.application.identity;

import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.model.SessionLife;

/** How long sessions last, by whose they are. */
public record SessionLives(SessionLife customers, SessionLife staff) {
    SessionLife of(AccountKind kind) {
        return switch (kind) {
            case CUSTOMER -> customers;
            case STAFF -> staff;
        };
    }
}
