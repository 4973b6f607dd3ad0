package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** Somebody wants a copy of everything that the shop knows of him. */
public record ExportAsked(ExportId export, AccountId account, Instant at) implements DomainEvent {}
