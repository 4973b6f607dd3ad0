/** Where payments are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.payment.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
