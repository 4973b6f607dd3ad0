package io.cybervpn.infrastructure.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.RecurringGateway;
import io.cybervpn.application.payment.port.RefundingGateway;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who measures a gateway hands on all that it can: a default of the port is not its answer. */
class MeasuringTest {
    @Test
    void nothing_of_a_gateway_is_lost_on_the_way() {
        assertThat(missing(PaymentGateway.class, MeasuredGateway.class)).isEmpty();
        assertThat(missing(RefundingGateway.class, MeasuredRefunds.class)).isEmpty();
        assertThat(missing(ChargingGateway.class, MeasuredCharging.class)).isEmpty();
        assertThat(missing(RecurringGateway.class, MeasuredRecurring.class)).isEmpty();
    }

    private static List<String> missing(Class<?> port, Class<?> decorator) {
        return Arrays.stream(port.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !isDeclared(decorator, method))
                .map(Method::getName)
                .toList();
    }

    private static boolean isDeclared(Class<?> type, Method wanted) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(
                        method ->
                                method.getName().equals(wanted.getName())
                                        && Arrays.equals(
                                                method.getParameterTypes(),
                                                wanted.getParameterTypes()));
    }
}
