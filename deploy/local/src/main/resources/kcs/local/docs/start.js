// No validator: it would send the document to another host.
SwaggerUIBundle({ url: '/openapi', dom_id: '#api', deepLinking: true, validatorUrl: null });
