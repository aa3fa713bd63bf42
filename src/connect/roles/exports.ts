import type { Role } from "./role.ts";

/** An export that many have, known by columns that stand together nowhere else. Names as `plainName` writes them. */
export interface KnownExport {
  readonly name: string;
  readonly needs: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
}

export const knownExports: readonly KnownExport[] = [
  {
    name: "Shopify",
    needs: ["financial status", "lineitem quantity"],
    roles: {
      ...{
        name: "order",
        email: "email",
        "created at": "time",
        "lineitem quantity": "quantity",
        "lineitem price": "price",
        "lineitem name": "product",
      },
      ...{
        total: "amount",
        taxes: "tax",
        shipping: "shipping",
        "discount amount": "discount",
        "refunded amount": "refund",
        source: "channel",
      },
      ...{
        "financial status": "status",
        currency: "currency",
        "billing name": "name",
        "billing country": "country",
        "billing city": "city",
        "billing zip": "postcode",
        phone: "phone",
      },
    },
  },
  {
    name: "WooCommerce",
    needs: ["billing email", "order total"],
    roles: {
      ...{
        "order number": "order",
        "order id": "order",
        "order date": "time",
        "date created": "time",
        "billing email": "email",
        "order total": "amount",
      },
      ...{
        "customer id": "customer",
        status: "status",
        "order status": "status",
        "billing phone": "phone",
        "item name": "product",
        quantity: "quantity",
        "item cost": "price",
      },
    },
  },
  {
    name: "WooCommerce",
    needs: ["n revenue formatted", "customer type"],
    roles: {
      date: "time",
      order: "order",
      "n revenue formatted": "amount",
      status: "status",
      customer: "name",
      "product s": "product",
      "items sold": "quantity",
    },
  },
  {
    name: "Lightspeed",
    needs: ["order number", "price incl", "created at"],
    roles: {
      "order number": "order",
      "created at": "time",
      "price incl": "amount",
      email: "email",
      "customer id": "customer",
      status: "status",
    },
  },
  {
    name: "Magento",
    needs: ["increment id", "grand total"],
    roles: {
      ...{
        "increment id": "order",
        "created at": "time",
        "customer email": "email",
        "customer id": "customer",
        "grand total": "amount",
        status: "status",
      },
      ...{ "discount amount": "discount", "tax amount": "tax", "shipping amount": "shipping" },
    },
  },
  {
    name: "Magento",
    needs: ["purchase date", "grand total purchased"],
    roles: {
      id: "order",
      "purchase date": "time",
      "bill to name": "name",
      "grand total purchased": "amount",
      status: "status",
      "customer email": "email",
    },
  },
  {
    name: "bol.com",
    needs: ["bestelnummer", "ean"],
    roles: {
      ...{ bestelnummer: "order", besteldatum: "time", ean: "product", aantal: "quantity", prijs: "price", verkoopprijs: "price" },
      ...{ titel: "category", commissie: "cost", land: "country" },
    },
  },
  {
    name: "Stripe",
    needs: ["created utc", "amount refunded"],
    roles: {
      ...{
        id: "order",
        "created utc": "time",
        "created date utc": "time",
        amount: "amount",
        "amount refunded": "refund",
        currency: "currency",
      },
      ...{ "customer id": "customer", "customer email": "email", status: "status", description: "product" },
    },
  },
  {
    name: "Mollie",
    needs: ["betaalmethode", "bedrag", "valuta"],
    roles: {
      id: "order",
      datum: "time",
      bedrag: "amount",
      valuta: "currency",
      status: "status",
      omschrijving: "product",
      consumentnaam: "name",
      betaalmethode: "channel",
    },
  },
  {
    name: "Qualtrics",
    needs: ["recorded date", "response id"],
    roles: {
      ...{
        "recorded date": "time",
        "start date": "started",
        "end date": "ended",
        "recipient email": "email",
        "external reference": "customer",
      },
      ...{ "distribution channel": "channel" },
    },
  },
  {
    name: "Typeform",
    needs: ["submit date utc", "network id"],
    roles: { "submit date utc": "time", "start date utc": "started", "network id": "customer" },
  },
  {
    name: "Formbricks",
    needs: ["response id", "survey id", "person id"],
    roles: { timestamp: "time", "person id": "customer", email: "email" },
  },
  {
    name: "Mailchimp",
    needs: ["email address", "optin time"],
    roles: { "email address": "email", "optin time": "time", "member rating": "score", phone: "phone" },
  },
  {
    name: "Klaviyo",
    needs: ["klaviyo id", "email"],
    roles: {
      "klaviyo id": "customer",
      email: "email",
      "profile created on": "time",
      "phone number": "phone",
      city: "city",
      country: "country",
    },
  },
];
