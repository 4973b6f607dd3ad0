package io.cybervpn.presentation.shared.schedule;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this instance is for: {@code cybervpn.roles}, a list, or {@code all}. */
@Singleton
public final class Roles {
    private static final String ALL = "all";

    private final Set<Role> roles;

    /** What an instance may be for. */
    public enum Role {
        /** Answers clients. */
        API,
        /** Relays the outbox, applies the inbox, brings accesses to panels, asks providers. */
        WORKER,
        /** Starts what the clock starts. */
        SCHEDULER,
        /** Answers Telegram and its bot alone; {@link #API} does that too. */
        BOT
    }

    /** Refuses a role that there is none of: an instance that does nothing looks healthy. */
    @Inject
    public Roles(@ConfigProperty(name = "cybervpn.roles", defaultValue = ALL) List<String> names) {
        this.roles = EnumSet.noneOf(Role.class);
        names.stream().map(String::strip).flatMap(Roles::named).forEach(roles::add);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("cybervpn.roles names no role");
        }
    }

    private static Stream<Role> named(String name) {
        return name.equals(ALL)
                ? Stream.of(Role.values())
                : Stream.of(
                        Stream.of(Role.values())
                                .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "cybervpn.roles: no role " + name)));
    }

    /** Whether this instance is for that. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Skips what is for workers. */
    @Singleton
    public static final class NoWorker implements Scheduled.SkipPredicate {
        private final Roles roles;

        @Inject
        NoWorker(Roles roles) {
            this.roles = roles;
        }

        @Override
        public boolean test(ScheduledExecution execution) {
            return !roles.has(Role.WORKER);
        }
    }

    /** Skips what is for schedulers. */
    @Singleton
    public static final class NoScheduler implements Scheduled.SkipPredicate {
        private final Roles roles;

        @Inject
        NoScheduler(Roles roles) {
            this.roles = roles;
        }

        @Override
        public boolean test(ScheduledExecution execution) {
            return !roles.has(Role.SCHEDULER);
        }
    }
}
