/** Where orders are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.billing.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
