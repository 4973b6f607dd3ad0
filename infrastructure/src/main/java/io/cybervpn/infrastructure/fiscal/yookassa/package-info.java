/** YooKassa as a registrar of its own payments. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.fiscal.yookassa;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
