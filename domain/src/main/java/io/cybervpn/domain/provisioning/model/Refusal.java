package io.cybervpn.domain.provisioning.model;

import io.cybervpn.domain.catalogue.Entitlement;
import io.cybervpn.domain.provisioning.TaskKind;

/**
 * Staff said that something cannot be done. It stands until something else is wanted, or until
 * staff have it tried again.
 *
 * @param reason for other staff
 */
public record Refusal(TaskKind kind, Entitlement wanted, String reason) {
    boolean isOf(TaskKind asked, AccessSpec wish) {
        return kind == asked && wanted.equals(wish.entitlement());
    }
}
