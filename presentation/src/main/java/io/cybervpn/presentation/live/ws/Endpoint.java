package io.cybervpn.presentation.live.ws;

import io.cybervpn.application.live.Address;
import io.cybervpn.application.live.StaffTopic;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.presentation.shared.rest.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where sockets are opened, and what is heard there. */
enum Endpoint {
    /** What concerns oneself, of customers and staff. */
    NOTIFICATIONS("notifications", Set.of()),
    /** What concerns the shop, of staff. */
    MONITORING("monitoring", Set.of(Permission.MONITORING_READ));

    private static final String ROOT = "/api/v1/ws/";

    private final String name;
    private final Set<Permission> needs;

    Endpoint(String name, Set<Permission> needs) {
        this.name = name;
        this.needs = needs;
    }

    String path() {
        return ROOT + name;
    }

    String code() {
        return name;
    }

    boolean admits(Caller caller) {
        return needs.isEmpty() || caller.may(needs);
    }

    /** What is heard from the beginning, without a word. */
    List<Address> atOnce(Caller caller) {
        return switch (this) {
            case NOTIFICATIONS -> List.of(new Address.Person(caller.account()));
            case MONITORING -> List.of();
        };
    }

    /** What a client means by a topic; empty if there is no such thing here. */
    Optional<Address> find(String topic, Caller caller) {
        return switch (this) {
            case NOTIFICATIONS ->
                    Optional.of(topic)
                            .filter(Address.USER::equals)
                            .map(_ -> new Address.Person(caller.account()));
            case MONITORING -> StaffTopic.find(topic).map(Address.Staff::new);
        };
    }

    /** Whether somebody may hear what goes to an address. */
    static boolean mayHear(Caller caller, Address address) {
        return switch (address) {
            case Address.Person person -> person.account().equals(caller.account());
            case Address.Staff staff -> caller.may(staff.topic().needs());
        };
    }
}
