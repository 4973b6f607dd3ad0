package io.cybervpn.application.identity.keys;

import io.cybervpn.application.identity.staff.Rights;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.ApiKeyId;
import io.cybervpn.domain.identity.IpRange;
import io.cybervpn.domain.identity.model.ApiKey;
import io.cybervpn.domain.identity.repository.ApiKeys;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Edits and revokes API keys. Needs {@link Permission#API_KEYS_WRITE} and a fresh proof; for an
 * edit every permission that the key allows before or after too, while anybody who may write may
 * revoke any key.
 */
@Singleton
public final class ChangeApiKey {
    private final KeyDesk desk;
    private final ApiKeys keys;
    private final ApiKeyRules rules;

    @Inject
    ChangeApiKey(KeyDesk desk, ApiKeys keys, ApiKeyRules rules) {
        this.desk = desk;
        this.keys = keys;
        this.rules = rules;
    }

    /** What is wanted. */
    public sealed interface Command {
        /** Who wants it. */
        Actor actor();

        /** Which key. */
        ApiKeyId id();

        /** Other terms, and the version that was seen. */
        record Edit(Actor actor, ApiKeyId id, Wish wish, long seenVersion) implements Command {}

        /** The end of it. */
        record Revoke(Actor actor, ApiKeyId id) implements Command {}
    }

    /** What shall become different; empty: as it is. An end can be moved, not taken away. */
    public record Wish(
            Optional<String> name,
            Optional<Set<Permission>> scopes,
            Optional<List<IpRange>> networks,
            Optional<Instant> expiresAt) {
        private ApiKey.Terms on(ApiKey.Terms terms) {
            return new ApiKey.Terms(
                    name.orElse(terms.name()),
                    scopes.map(Wish::codes).orElse(terms.scopes()),
                    networks.orElse(terms.networks()),
                    expiresAt.or(terms::expiresAt));
        }

        private static Set<String> codes(Set<Permission> permissions) {
            return permissions.stream().map(Permission::code).collect(Collectors.toSet());
        }
    }

    /** What became of it. */
    public sealed interface Result {
        /** The key as it is now. */
        record Done(ApiKeyView key) implements Result {}

        /** Nothing changed. */
        record Refused(KeyRefusal why) implements Result {}
    }

    /** An edit is not repeatable, its version is stale the second time; a revocation is. */
    public Uni<Result> execute(Command command) {
        Optional<KeyRefusal> refusal = desk.refusal(command.actor());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return switch (command) {
            case Command.Edit edit -> desk.locked(edit.id(), found -> edit(found, edit));
            case Command.Revoke revoke -> desk.locked(revoke.id(), found -> end(found, revoke));
        };
    }

    private Uni<Result> edit(Optional<ApiKey> found, Command.Edit command) {
        if (found.isEmpty()) {
            return refuse(KeyRefusal.NO_SUCH_KEY);
        }
        ApiKey before = found.get();
        ApiKey after = before.edit(command.wish().on(before.terms()));
        Optional<KeyRefusal> refusal = refusal(before, after, command);
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        return store(command.actor(), "api_keys.edit", before, after);
    }

    private Optional<KeyRefusal> refusal(ApiKey before, ApiKey after, Command.Edit command) {
        if (before.revokedAt().isPresent()) {
            return Optional.of(KeyRefusal.REVOKED);
        }
        if (before.version() != command.seenVersion()) {
            return Optional.of(KeyRefusal.STALE);
        }
        Set<Permission> wanted = command.wish().scopes().orElse(Set.of());
        if (!KeyDesk.covers(command.actor(), before) || !Rights.covers(command.actor(), wanted)) {
            return Optional.of(KeyRefusal.BEYOND_OWN_RIGHTS);
        }
        return command.wish()
                .expiresAt()
                .flatMap(_ -> rules.refuse(after.terms().expiresAt(), desk.now()));
    }

    private Uni<Result> end(Optional<ApiKey> found, Command.Revoke command) {
        if (found.isEmpty()) {
            return refuse(KeyRefusal.NO_SUCH_KEY);
        }
        ApiKey key = found.get();
        return key.revokedAt().isPresent()
                ? Uni.createFrom().item(done(key))
                : store(command.actor(), "api_keys.revoke", key, key.revoke(desk.now()));
    }

    private Uni<Result> store(Actor actor, String action, ApiKey before, ApiKey after) {
        Changes changes = Changes.between(KeyDesk.fields(before), KeyDesk.fields(after));
        return keys.save(after)
                .chain(() -> desk.record(actor, action, after, changes))
                .replaceWith(() -> done(after));
    }

    private Result done(ApiKey key) {
        return new Result.Done(ApiKeyView.of(key, desk.now()));
    }

    private static Uni<Result> refuse(KeyRefusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }
}
