/** Where receipts are kept. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.fiscal.repository;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
