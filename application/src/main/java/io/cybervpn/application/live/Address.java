package io.cybervpn.application.live;

import io.cybervpn.domain.identity.AccountId;
import java.util.Optional;
import java.util.UUID;

/** To whom news go. Each address numbers its own news. */
public sealed interface Address {
    /** What a client calls the news of his own account. */
    String USER = "user";

    /** All sockets of one account. */
    record Person(AccountId account) implements Address {}

    /** All members of staff who listen to a topic. */
    record Staff(StaffTopic topic) implements Address {}

    /** What its topic is called in messages. */
    default String topicCode() {
        return switch (this) {
            case Person _ -> USER;
            case Staff staff -> staff.topic().code();
        };
    }

    /** The same for all instances, without blanks; {@link #parse} reads it. */
    default String key() {
        return switch (this) {
            case Person person -> USER + ":" + person.account().value();
            case Staff staff -> "staff:" + staff.topic().code();
        };
    }

    /** Reads a {@link #key}; empty for what a newer version may have written. */
    static Optional<Address> parse(String key) {
        int colon = key.indexOf(':');
        String rest = key.substring(colon + 1);
        if (key.startsWith("staff:")) {
            return StaffTopic.find(rest).map(Staff::new);
        }
        return key.startsWith(USER + ":")
                ? Optional.of(new Person(new AccountId(UUID.fromString(rest))))
                : Optional.empty();
    }
}
