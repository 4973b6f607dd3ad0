package io.cybervpn.sandbox.panel;

/** Adds every route of the panel, in an order in which words win over references. */
final class PanelRoutes {

    private PanelRoutes() {}

    static void add(PanelRouter router, PanelParts parts) {
        LinkRoutes.LinkHeaders headers = new LinkRoutes.LinkHeaders(parts.settings, parts.clock);
        people(router, parts, headers);
        machines(router, parts);
        new AuthRoutes(parts.version, parts.access, parts.webhooks).add(router);
        new LinkRoutes(
                        parts.store,
                        parts.subscriptions,
                        new LinkRoutes.Parts(parts.settings, parts.devices, parts.history, headers))
                .add(router);
    }

    private static void people(
            PanelRouter router, PanelParts parts, LinkRoutes.LinkHeaders headers) {
        UserSchema schema = new UserSchema(parts.version, parts.clock);
        UserRoutes users = new UserRoutes(parts.version, parts.store, parts.users, schema);
        new UserQueryRoutes(parts.version, parts.store).add(router);
        users.add(router);
        new BulkRoutes(parts.version, parts.store, parts.users, schema).add(router);
        new SubscriptionRoutes(parts, users, headers).add(router);
        new DeviceRoutes(parts.version, parts.store, parts.devices, users).add(router);
        new BandwidthRoutes(parts.version, parts, users).add(router);
        ConnectionRoutes connections = new ConnectionRoutes(parts.infrastructure, users);
        if (parts.version.isThree()) {
            connections.add(router);
        } else {
            connections.addOfTwo(router);
        }
        users.addLast(router);
    }

    private static void machines(PanelRouter router, PanelParts parts) {
        new SystemRoutes(
                        parts.version,
                        parts.clock,
                        new SystemRoutes.Parts(
                                parts.store, parts.infrastructure, parts.settings, parts.usage))
                .add(router);
        new TrafficStatsRoutes(parts).add(router);
        new SquadRoutes(parts.version, parts.infrastructure, parts.store).add(router);
        new NodeRoutes(parts.version, parts.clock, parts.infrastructure, parts.webhooks)
                .add(router);
        new HostRoutes(parts.version, parts.infrastructure).add(router);
    }
}
