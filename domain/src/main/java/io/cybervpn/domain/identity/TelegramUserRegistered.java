package io.cybervpn.domain.identity;

import io.cybervpn.domain.shared.DomainEvent;
import java.time.Instant;

/** Somebody wrote to the bot for the first time, and has an account since. */
public record TelegramUserRegistered(AccountId account, Instant at) implements DomainEvent {}
