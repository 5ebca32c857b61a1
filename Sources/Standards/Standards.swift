// Standards
