package io.cybervpn.application.server;

import io.cybervpn.application.server.port.ServerConfigs;
import org.junit.jupiter.api.BeforeEach;

class InMemoryServerConfigsTest extends ServerConfigsContract {
    private final InMemoryServerConfigs configs = new InMemoryServerConfigs();

    @BeforeEach
    void there_is_a_server() {
        configs.know(panel, "a", server);
    }

    @Override
    protected ServerConfigs configs() {
        return configs;
    }
}
